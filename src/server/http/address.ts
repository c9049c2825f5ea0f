/** Where a request comes from, as far as guessing is counted by it. Refuses to be kept or logged. */
import type { HouseContext } from './sender.ts';

/**
 * The other end of the connection; where that is this computer, what the proxy in front of the server says of it: the
 * last one in the list is the one the proxy saw itself. Of IPv6 the part that one household has.
 */
export function addressOf(c: HouseContext): string {
  const { socket, headers } = c.env.incoming;
  const near = plain(socket.remoteAddress ?? '');
  const said = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',').at(-1)?.trim() ?? '';
  const isProxy = /^127\.|^::1$/.test(near);
  return network(isProxy && /^[0-9a-f.:]{3,45}$/i.test(said) ? plain(said) : near);
}

const plain = (address: string): string => address.replace(/^::ffff:/i, '');

const network = (address: string): string =>
  address.includes(':') ? address.toLowerCase().split(':').slice(0, 4).join(':') : address;
