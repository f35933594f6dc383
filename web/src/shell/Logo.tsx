/** The name, leading to a fresh view of the run page. */
export function Logo() {
  return (
    <a
      href="/"
      aria-label="Runyard, start page"
      className="mr-1 flex items-center gap-2 rounded-md text-[15px] font-semibold tracking-tight"
    >
      <svg aria-hidden="true" viewBox="0 0 32 32" width="26" height="26">
        <rect width="32" height="32" rx="7" fill="var(--accent)" />
        <path
          d="M8 9l8 7-8 7M18 23h7"
          fill="none"
          stroke="#fff"
          strokeWidth="3.2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <span className="max-md:hidden">Runyard</span>
    </a>
  );
}
