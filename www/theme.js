// Theme and language of the page before anything is drawn, and whether a plan is open or a link leads to something:
// then nothing greets. The planner keeps the keys. No module, so that the first picture waits for it.
{
  const chosen = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      // A sandbox has no storage.
      return null;
    }
  };
  const root = document.documentElement;
  const theme = chosen("vaultplan-theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  const wished = chosen("vaultplan-lang") ?? navigator.languages.find((tag) => /^(zh|en)/i.test(tag)) ?? "en";
  root.lang = /^zh/i.test(wished) ? "zh-CN" : "en";
  const greets = chosen("vaultplan-open") === null && /^(#\/?(plan)?)?$/.test(location.hash);
  if (!greets) root.dataset.open = "";
}
