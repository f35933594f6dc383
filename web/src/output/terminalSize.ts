/** How many characters fit into an element in its terminal font; what a program that draws is told about its terminal. */
export function terminalSize(element: HTMLElement): { columns: number; rows: number } {
  const probe = document.createElement("span");
  probe.className = "invisible absolute font-mono text-[13px] leading-[1.5]";
  probe.textContent = "0".repeat(100);
  element.append(probe);
  const { width, height } = probe.getBoundingClientRect();
  probe.remove();
  // The gutter for marks and the right margin are not the program's.
  const usable = element.clientWidth - 52;
  return {
    columns: width > 0 ? Math.max(20, Math.floor(usable / (width / 100))) : 80,
    rows: height > 0 ? Math.max(4, Math.floor(element.clientHeight / height)) : 24,
  };
}
