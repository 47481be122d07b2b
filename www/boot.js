// Starts the planner: Trunk writes the hashed names of the module into this script's own tag.
const boot = document.getElementById("boot");
const address = (name) => new URL(name, document.baseURI).href;

try {
  const module = await import(address(boot.dataset.module));
  await module.default({ module_or_path: address(boot.dataset.wasm) });
} catch (error) {
  document.getElementById("skeleton")?.remove();
  const notice = document.getElementById("boot-failed");
  if (notice) notice.hidden = false;
  throw error;
}
