/** Ways through the kiosk that many states begin with. Refuses to look at where they lead. */
import { arrive } from './layout-hand.ts';
import type { Scene } from './layout-states.ts';

export interface Place {
  readonly door: string;
  readonly floor: number;
}

export async function chooseDoor({ walk }: Scene, { door, floor }: Place): Promise<void> {
  await walk.floor(floor);
  await walk.door(door);
}

export async function mine(scene: Scene, who: Place): Promise<void> {
  await scene.walk.place(3);
  await chooseDoor(scene, who);
  await arrive(scene.walk.page, 'my-things');
}

/** Vandaag, whoever is there. */
export async function today({ walk }: Scene): Promise<void> {
  await walk.place(0);
  await arrive(walk.page, 'today');
}

/** Vandaag as somebody who has said who they are. */
export async function todayOf(scene: Scene, who: Place): Promise<void> {
  await mine(scene, who);
  await today(scene);
}

export async function joinAs(scene: Scene, title: string, who: Place): Promise<void> {
  await scene.walk.join(title);
  await chooseDoor(scene, who);
}

export async function askVisit(scene: Scene, who: Place): Promise<void> {
  const { walk } = scene;
  await walk.place(4);
  await arrive(walk.page, 'help');
  await walk.tap('.call .key');
  await chooseDoor(scene, who);
  await arrive(walk.page, 'visit');
}
