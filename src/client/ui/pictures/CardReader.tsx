/** A hand that holds the key tag against the reader. */
export function CardReader() {
  return (
    <svg
      class="reader"
      viewBox="0 0 300 236"
      fill="none"
      stroke="currentColor"
      stroke-width="5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <rect x="176" y="8" width="112" height="216" rx="22" class="white" />
      <path d="M208 60a44 44 0 0 1 48 0M220 80a22 22 0 0 1 24 0M206 168h52" />
      <circle cx="232" cy="100" r="7" class="ink" stroke="none" />
      <path d="M92 70c26 30 40 52 40 78a40 40 0 0 1-80 0c0-26 14-48 40-78z" class="sun" />
      <circle cx="92" cy="118" r="9" class="white" />
      <path d="M92 109V62c0-34-46-34-46-6 0 18 20 24 34 14M6 214c10-34 26-52 58-60l26-4c12 0 14 16 2 20l-26 8" />
      <path d="M148 126h14M146 152l16 6M146 100l16-6" />
    </svg>
  );
}
