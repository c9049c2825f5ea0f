/** The house by the river, drawn in one pen: by day people sit in the communal room, by night its lamps burn. */

const HOUSE = { x: 70, y: 26, width: 426, height: 270, floors: 5, floorHeight: 44, windows: 8 } as const;
const LIT_AT_NIGHT: ReadonlySet<string> = new Set(['1-5', '3-2', '4-6']);
const PLANTS = ['1-1', '2-4', '3-6', '4-2', '0-5'] as const;
const WATERLINE = `M-10 308H592${'q11 -9 22 0t22 0'.repeat(16)}`;
const CURTAINS = ['cloth', 'warm', 'cloth', 'rose'] as const;

export function HouseScene({ night }: { readonly night: boolean }) {
  return (
    <svg
      class="scene"
      viewBox="0 -20 1280 340"
      preserveAspectRatio="xMinYMax slice"
      fill="none"
      stroke-width="4"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <Skyline />
      {night ? <path d="M1186 66a40 40 0 1 1-44-48 31 31 0 0 0 44 48z" class="lit" stroke="none" /> : <DaySky />}
      <Bridge />
      <path d={`${WATERLINE}V340H-10z`} class="water" stroke="none" />
      <path d={WATERLINE} />
      <House night={night} />
      <path d="M-10 296H592V308" />
      <Tree x={32} y={218} radius={28} />
      <Tree x={536} y={222} radius={30} />
    </svg>
  );
}

function Skyline() {
  return (
    <g class="far" stroke-width="3">
      <path d="M560 268V196h38v72M598 268V170h30v98M640 268v-52h46v52" />
      <path d="M700 268V120h6l4-34 4 34h6v148M692 128h36M694 140h32" />
      <path d="M1140 268V188h44v80M1184 268V150h36v118M1228 268v-60h52M1150 204h24M1150 220h24M1150 236h24" />
      <path d="M1194 168h16M1194 186h16M1194 204h16M1194 222h16" />
      <path d="M1044 268l14-96h20l14 96M1050 226h36M1068 172V104M1068 118l-92 18M1068 104l-92 32M1068 118h44v18h-44M976 136v34" />
    </g>
  );
}

function DaySky() {
  return (
    <>
      <circle cx="1150" cy="62" r="36" class="lit" stroke="none" />
      <path d="M560 70q12-14 24 0q12-14 24 0M628 104q9.6-11 19 0q9.6-11 19 0M1002 58q11-12.6 22 0q11-12.6 22 0" />
    </>
  );
}

function Bridge() {
  const stays = Array.from({ length: 9 }, (_, i) => `M${868 - i * 2} ${40 + i * 13}L${622 + i * 24} 268`).join('');
  return (
    <>
      <path d={stays} stroke-width="2.5" />
      <path d="M870 34L980 268M872 34L996 268" />
      <path d="M812 306L846 150 858 28h18l2 124-20 154h-18l16-132-22 132zM846 150h32" class="wall" />
      <rect x="592" y="268" width="740" height="14" class="wall" />
      <path d="M592 268v40" />
      <path d="M700 282v26M1010 282v26M1180 282v26" stroke-width="8" />
    </>
  );
}

function House({ night }: { readonly night: boolean }) {
  const { x, y, width, height, floors, floorHeight } = HOUSE;
  const lines = Array.from({ length: floors }, (_, floor) => y + 44 + floor * floorHeight);
  return (
    <>
      <rect x={x} y={y} width={width} height={height} class="wall" />
      <rect x={x + 300} y={y - 22} width="74" height="22" class="wall" />
      <path d={`M${x + 320} ${y - 22}v-18M${x + 308} ${y - 40}h24M${x + 311} ${y - 33}h18`} stroke-width="3" />
      {Array.from({ length: floors }, (_, floor) => windowsOf(floor, night))}
      <path d={lines.map((line) => `M${x} ${line}H${x + width}`).join('')} />
      <path d={lines.map((line) => `M${x} ${line - 10}H${x + width}`).join('')} stroke-width="2" />
      {PLANTS.map((place) => plant(place))}
      <CommunalRoom night={night} />
    </>
  );
}

function windowsOf(floor: number, night: boolean) {
  const top = HOUSE.y + 8 + floor * HOUSE.floorHeight;
  return Array.from({ length: HOUSE.windows }, (_, i) => {
    const left = HOUSE.x + 16 + i * 51;
    const lit = night && LIT_AT_NIGHT.has(`${floor}-${i}`);
    return (
      <>
        <rect
          x={left}
          y={top}
          width="14"
          height="30"
          class={lit ? 'lit' : CURTAINS[(i + floor) % 4]}
          stroke-width="3"
          rx="1"
        />
        <rect x={left + 18} y={top} width="22" height="18" class={lit ? 'lit' : 'glass'} stroke-width="3" rx="1" />
      </>
    );
  });
}

function plant(place: (typeof PLANTS)[number]) {
  const [floor = 0, i = 0] = place.split('-').map(Number);
  const x = HOUSE.x + 56 + i * 51;
  const y = HOUSE.y + 34 + floor * HOUSE.floorHeight;
  return (
    <path d={`M${x - 8} ${y}q-4-12 4-14M${x} ${y}q0-10 6-15M${x - 4} ${y}q-8-4-9-10`} class="plant" stroke-width="3" />
  );
}

function CommunalRoom({ night }: { readonly night: boolean }) {
  const { x, y } = HOUSE;
  return (
    <>
      <rect x={x + 14} y={y + 232} width="250" height="38" class="room" rx="2" />
      <path d={`M${x + 98} ${y + 232}v38M${x + 181} ${y + 232}v38`} />
      <g class="room-pen" stroke-width="3">
        {night ? null : [40, 72, 124, 155, 208, 238].map((left) => <Guest x={x + left} y={y + 246} />)}
        <path d={`M${x + 26} ${y + 262}h62M${x + 110} ${y + 262}h60M${x + 194} ${y + 262}h58`} />
        {[56, 139, 222].map((left) => (
          <path d={`M${x + left} ${y + 232}v7m-7 5l3-6h8l3 6z`} class="room-fill" />
        ))}
      </g>
      <rect x={x + 290} y={y + 228} width="46" height="42" class={night ? 'lit' : 'glass'} rx="2" />
      <path d={`M${x + 313} ${y + 228}v42M${x + 280} ${y + 224}h66`} />
      <rect x={x + 356} y={y + 234} width="22" height="36" class="glass" stroke-width="3" rx="2" />
      <rect x={x + 388} y={y + 234} width="22" height="36" class="glass" stroke-width="3" rx="2" />
    </>
  );
}

function Guest({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <>
      <circle cx={x} cy={y} r="5" class="room-fill" stroke="none" />
      <path d={`M${x - 9} ${y + 16}a9 9 0 0 1 18 0`} />
    </>
  );
}

function Tree({ x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number }) {
  return (
    <>
      <circle cx={x} cy={y} r={radius} class="tree" />
      <path d={`M${x} ${y + radius * 0.2}V296M${x} ${y + radius * 0.55}l${radius * 0.4} ${-radius * 0.35}`} />
    </>
  );
}
