/** An empty armchair under a lamp, for the question whether somebody is still there. */
export function Armchair() {
  return (
    <svg
      class="armchair"
      viewBox="0 0 360 470"
      fill="none"
      stroke="currentColor"
      stroke-width="6"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d="M306 440V148M278 440h56" />
      <path d="M262 148l20-72h48l20 72z" class="sun" />
      <path d="M288 148v26" />
      <circle cx="288" cy="180" r="5" class="ink" stroke="none" />
      <path d="M70 330V212a44 44 0 0 1 44-44h72a44 44 0 0 1 44 44v118z" class="cloth" />
      <path d="M150 168v128" />
      <path d="M82 344h136v54H82z" class="cloth" />
      <rect x="82" y="298" width="136" height="50" rx="16" class="cushion" />
      <rect x="36" y="264" width="52" height="134" rx="24" class="white" />
      <rect x="212" y="264" width="52" height="134" rx="24" class="white" />
      <path d="M56 398v40M244 398v40M8 440h344" />
    </svg>
  );
}
