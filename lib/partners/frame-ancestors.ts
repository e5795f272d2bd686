import { allowsOrigin, hasAnyLabel } from './origin.ts';
import type { Partner } from './partner.ts';

/**
 * The CSP directive that says on whose pages a partner's frame may stand: on exactly the partner's. To a browser an
 * asterisk stands for any number of labels, to us for one; so an origin that an asterisk allows is named itself,
 * when it is the one that asks.
 * @param asking the origin of the page that asks for the frame, as far as anyone says
 */
export function frameAncestors(partner: Partner | undefined, asking?: string): string {
  if (!partner) return "frame-ancestors 'none'";
  const exact = partner.origins.filter((origin) => !hasAnyLabel(origin));
  const named = asking !== undefined && !exact.includes(asking) && allowsOrigin(partner.origins, asking);
  const origins = named ? [...exact, asking] : exact;
  return ['frame-ancestors', ...(origins.length > 0 ? origins : ["'none'"])].join(' ');
}
