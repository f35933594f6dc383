/**
 * The server writes fragments that fit into sentences of its own; here each stands alone. A fragment that begins with a
 * name (`files[0].path`, `main.js`, `fmt.Printf`) keeps it as it is spelt.
 */
export function sentence(fragment: string): string {
  const text = fragment.trim();
  if (text === "") return "";
  const begins = /^[a-z]+(?:'[a-z]+)?(?=[\s,;:!?]|$)/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  return begins + (/[.!?)]$/.test(text) ? "" : ".");
}
