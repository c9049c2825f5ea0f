/** The few strokes a pictogram is made of: one hand, one line width, a soft second tone of the same colour. */
export type Shape =
  | readonly ['line' | 'tint' | 'both' | 'solid', path: string]
  | readonly ['circle' | 'tintCircle' | 'bothCircle' | 'dot' | 'solidCircle', x: number, y: number, radius: number]
  | readonly ['box' | 'tintBox' | 'bothBox', x: number, y: number, width: number, height: number, corner: number];
