/** Which field of the booking form a rule's no belongs to, so that it stands where it can be mended. */
import type { Reason } from '../state/screens.ts';

export type BookField = 'who' | 'scooter' | 'day' | 'time' | 'long';

export function fieldOf({ type }: Reason): BookField {
  switch (type) {
    case 'residentUnknown':
    case 'noClearance':
    case 'tooManyBookings':
    case 'tooManyHours':
    case 'notAllowed':
      return 'who';
    case 'scooterUnknown':
    case 'scooterOutOfService':
    case 'scooterTaken':
    case 'scooterNotBack':
    case 'otherType':
      return 'scooter';
    case 'clearanceEnds':
    case 'tripTooFarAhead':
    case 'scooterBlackout':
      return 'day';
    case 'tripTooLong':
      return 'long';
    default:
      return 'time';
  }
}
