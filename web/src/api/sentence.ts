/** The server writes fragments that fit into sentences of its own; here each stands alone. */
export function sentence(fragment: string): string {
  const text = fragment.trim();
  if (text === "") return "";
  return text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?)]$/.test(text) ? "" : ".");
}
