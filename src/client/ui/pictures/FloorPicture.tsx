/** The house as a stack of floors with one of them dark, so that a floor can be pointed at without reading. */
export interface FloorPictureProps {
  readonly floors: number;
  /** 0 is the ground floor. */
  readonly here: number;
}

const FLOOR = 12;
const WIDTH = 40;

export function FloorPicture({ floors, here }: FloorPictureProps) {
  const height = floors * FLOOR + 16;
  return (
    <svg
      class="house"
      viewBox={`0 0 52 ${height}`}
      fill="none"
      stroke="currentColor"
      stroke-width="3"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {Array.from({ length: floors }, (_, floor) => oneFloor(floor === here, height - 6 - (floor + 1) * FLOOR))}
      <path d={`M1.5 ${height - 4.5}h49`} />
    </svg>
  );
}

function oneFloor(isHere: boolean, top: number) {
  const middle = top + FLOOR / 2;
  return (
    <>
      <rect x="6" y={top} width={WIDTH} height={FLOOR} class={isHere ? 'ink' : 'white'} />
      {isHere ? null : <path d={`M14 ${middle}h3M24.5 ${middle}h3M35 ${middle}h3`} />}
    </>
  );
}
