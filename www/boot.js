// Starts the planner: Trunk writes the hashed names of the module into this script's own tag.
// Theme and language first, so that nothing is drawn in the wrong colours; the planner keeps both keys.
const boot = document.getElementById("boot");
const address = (name) => new URL(name, document.baseURI).href;

const chosen = (key) => {
  try {
    return localStorage.getItem(key);
  } catch {
    // A sandbox has no storage.
    return null;
  }
};
const theme = chosen("vaultplan-theme");
if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
const wished = chosen("vaultplan-lang") ?? navigator.languages.find((tag) => /^(zh|en)/i.test(tag)) ?? "en";
document.documentElement.lang = /^zh/i.test(wished) ? "zh-CN" : "en";

try {
  const module = await import(address(boot.dataset.module));
  await module.default({ module_or_path: address(boot.dataset.wasm) });
} catch (error) {
  const notice = document.getElementById("boot-failed");
  if (notice) notice.hidden = false;
  throw error;
}
