/** Small signs for the staff side, drawn in the colour of the text beside them. Refuses to mean anything alone. */

const paths = {
  home: 'M3 11.5 12 4l9 7.5M5.5 9.5V20h13V9.5M10 20v-6h4v6',
  scooter:
    'M3.5 18a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0M15.5 18a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0M8.5 18h7M18 15.5 15 6h-3M14.5 15.5 13.5 13H8V8M4.5 13.5h4',
  meal: 'M4 3v5a3 3 0 0 0 6 0V3M7 3v18M19 3c-3 1.5-4 5-4 9h4M19 3v18',
  calendar: 'M4 7a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zM4 10h16M8 3v4M16 3v4',
  copy: 'M8 8h11v12H8zM5 16V4h11',
  tablet: 'M2.5 7a2 2 0 0 1 2-2h15a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-15a2 2 0 0 1-2-2zM10 16h4',
  add: 'M5.5 8a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0M2.5 20c0-4 3-6.5 6.5-6.5s6.5 2.5 6.5 6.5M18.5 8v6M15.5 11h6',
  back: 'm14.5 5-7 7 7 7',
  next: 'm9.5 5 7 7-7 7',
  plus: 'M12 5v14M5 12h14',
  wrench: 'm20.5 7-3.5 3-3-3 3-3.5a5 5 0 0 0-6.5 6.5L4 17l3 3 7-6.5A5 5 0 0 0 20.5 7z',
  cross: 'M6 6l12 12M18 6 6 18',
  check: 'm5 12.5 4.5 5L19 7',
  ok: 'M2.5 12a9.5 9.5 0 1 0 19 0 9.5 9.5 0 1 0-19 0M7.5 12.3l3 3.2 6-7',
  clock: 'M2.5 12a9.5 9.5 0 1 0 19 0 9.5 9.5 0 1 0-19 0M12 6.5V12l3.5 2.5',
  warn: 'M12 2 22 12 12 22 2 12zM12 7v6M12 16v.1',
  info: 'M3 6a3 3 0 0 1 3-3h12a3 3 0 0 1 3 3v12a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3zM12 11v6M12 7v.1',
  off: 'M2.5 12a9.5 9.5 0 1 0 19 0 9.5 9.5 0 1 0-19 0M5.5 18.5l13-13',
  phone: 'M6 3h3l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3C10 21 3 14 3 6a3 3 0 0 1 3-3z',
  people:
    'M5.5 8a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0M2.5 20c0-4 3-6.5 6.5-6.5s6.5 2.5 6.5 6.5M16 5a3.5 3.5 0 0 1 0 6.5M18 14.5c2.3.8 3.5 3 3.5 5.5',
  search: 'M4 10.5a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0M15.5 15.5 21 21',
  settings: 'M3 7h10M17 7h4M13 7a2 2 0 1 0 4 0 2 2 0 1 0-4 0M3 17h4M11 17h10M7 17a2 2 0 1 0 4 0 2 2 0 1 0-4 0',
  door: 'M6 21V4a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v17M3 21h18M14 12v.1',
  holiday: 'M12 3v2M12 19a3 3 0 0 0 3 2M4 13a8 8 0 0 1 16 0zM12 13v6',
  cup: 'M4 9h12v6a5 5 0 0 1-5 5H9a5 5 0 0 1-5-5zM16 10h2a2.5 2.5 0 0 1 0 5h-2M8 3v3M12 3v3',
  download: 'M12 4v11M7 11l5 5 5-5M4 20h16',
  undo: 'M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  list: 'M8 6h12M8 12h12M8 18h12M4 6v.1M4 12v.1M4 18v.1',
  line: 'M3 6h9M8 12h10M5 18h8',
  under: 'M6 3v10h12M14 9l4 4-4 4',
  lock: 'M5 13a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2zM8 11V8a4 4 0 0 1 8 0v3',
  unlock: 'M5 13a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2zM8 11V7a4 4 0 0 1 7.5-2',
  someone: 'M5 8a4 4 0 1 0 8 0 4 4 0 1 0-8 0M2 21c0-5 3-7.5 7-7.5s7 2.5 7 7.5M19 7v8M15 11h8',
  print: 'M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z',
  paper: 'M6 3h9l4 4v14H6zM9 11h7M9 15h7',
  card: 'M3 8a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2zM3 11h18M7 15h4',
  wipe: 'M9 5h12v14H9l-7-7zM12 9.5l5.5 5M17.5 9.5l-5.5 5',
  eye: 'M2 12c3-5 6-7 10-7s7 2 10 7c-3 5-6 7-10 7s-7-2-10-7zM9 12a3 3 0 1 0 6 0 3 3 0 1 0-6 0',
  hand: 'M4 13V8.5M4 13c0 5 3 8 8 8 4 0 7-3 7-7V9.5M8 12V4.5M12 11V3M16 12V5',
} as const;

export type IconName = keyof typeof paths;
export const iconNames = Object.keys(paths) as readonly IconName[];

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="s-icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
