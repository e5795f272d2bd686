import { allowsOrigin } from './origin.ts';
import type { Partner } from './partner.ts';
import { sourceOf } from './request-marks.ts';

/** A page that asks for a partner's frame. */
export interface FrameVisit {
  /** The origin of the page that the frame will stand in, as far as anyone says. */
  readonly asking: string | undefined;
  /** Whether the frame may be filled. The browser holds to `frame-ancestors` besides. */
  readonly allowed: boolean;
  /** Whom the frame may talk to; nobody, where the page did not say who it is. */
  readonly pageOrigin: string | undefined;
}

const FRAMED = ['iframe', 'frame', 'embed', 'object'];

/**
 * @param named the origin that the page says it has; a lie costs it the answer, for messages go to this origin only
 */
export function readFrameVisit(
  headers: Headers,
  named: string | undefined,
  partner: Partner,
  publicUrl: string | undefined,
): FrameVisit {
  const referrer = URL.parse(headers.get('referer') ?? '')?.origin;
  const framed = FRAMED.includes(headers.get('sec-fetch-dest') ?? '');
  const ours = sourceOf(headers, publicUrl) === 'own';
  return {
    asking: referrer ?? named,
    allowed: !framed || ours || referrer === undefined || allowsOrigin(partner.origins, referrer),
    pageOrigin: named !== undefined && allowsOrigin(partner.origins, named) ? named : undefined,
  };
}
