/** The nine pictures a picture code is made of, in the order they stand on the screen, and how long a code is. */
export const codePictures = ['sun', 'coffee', 'home', 'key', 'garden', 'chair', 'clock', 'door', 'moon'] as const;

export type CodePicture = (typeof codePictures)[number];

export const CODE_LENGTH = 3;
