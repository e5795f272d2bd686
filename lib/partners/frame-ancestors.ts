import { allowsOrigin, hasAnyLabel } from './origin.ts';
import type { Partner } from './partner.ts';

/**
 * The CSP directive that says on whose pages a partner's frame may stand: on exactly the partner's. To a browser an
 * asterisk stands for any number of labels, to us for one; so an origin that an asterisk allows is named itself,
 * when it is the one that asks.
 * @param asking the origin of the page that asks for the frame, if the browser says so
 * @param within whether our own frame may hold this document too (the reading view, opened inside it)
 */
export function frameAncestors(partner: Partner | undefined, asking?: string, within = false): string {
  if (!partner) return "frame-ancestors 'none'";
  const exact = partner.origins.filter((origin) => !hasAnyLabel(origin));
  const named = asking !== undefined && !exact.includes(asking) && allowsOrigin(partner.origins, asking);
  return ['frame-ancestors', ...(within ? ["'self'"] : []), ...exact, ...(named ? [asking] : [])].join(' ');
}
