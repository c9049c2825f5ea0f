/** A hand that touches, for the invitation on the rest screen. */
export function TouchHand() {
  return (
    <svg
      class="pic"
      viewBox="0 0 48 48"
      fill="none"
      stroke="currentColor"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d="M21 27V13a3.5 3.5 0 0 1 7 0v11l8.5 2.5c3 1 4.5 3 4 6L38.5 44H23L12 31.5c-2-3 1.5-6.5 4.5-4L21 32" />
      <path d="M15.5 17.5a10 10 0 1 1 18 0" />
    </svg>
  );
}
