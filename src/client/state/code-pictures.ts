/** The pictures a picture code is made of, in the order they stand on the screen: their numbers are what is sent. */
export const codePictures = ['sun', 'coffee', 'home', 'key', 'garden', 'chair', 'clock', 'door', 'moon'] as const;

export type CodePicture = (typeof codePictures)[number];
