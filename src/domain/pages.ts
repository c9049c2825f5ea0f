/** Where the one page of the screens is: for residents, and the side of staff. Every other address is a file or nothing. */
export const pages: readonly string[] = ['/', '/beheer'];
