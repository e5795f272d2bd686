import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';

/** Seconds: long enough to read an answer and ask on, short enough that a stolen one is soon worth nothing. */
export const TOKEN_SECONDS = 15 * 60;
/** Seconds that a session can be renewed for: a page left open over a working day. */
export const SESSION_SECONDS = 12 * 60 * 60;

const ALGORITHM = 'HS256';
const ISSUER = 'zhangwen';
const AUDIENCE = 'zhangwen:embed';
const TYPE = 'embed+jwt';

/** One visit of one reader to one partner's page. Says nothing about who the reader is. */
export interface EmbedSession {
  readonly partner: string;
  readonly session: string;
  /** When the session began, in seconds since 1970. */
  readonly started: number;
}

/** `expired` can be renewed, `invalid` never could. */
export type TokenProblem = 'expired' | 'invalid';
export type TokenReading =
  | { readonly session: EmbedSession; readonly problem?: undefined }
  | { readonly session?: undefined; readonly problem: TokenProblem };

/** A signed token for a session, good for {@link TOKEN_SECONDS} from `now`. */
export function issueToken(session: EmbedSession, secret: Uint8Array, now: Date): Promise<string> {
  const issued = secondsOf(now);
  return new SignJWT({ sid: session.session, started: session.started })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(session.partner)
    .setIssuedAt(issued)
    .setExpirationTime(issued + TOKEN_SECONDS)
    .sign(secret);
}

/** Reads a token that is asked with. One of a longer life than ours is invalid, whoever signed it. */
export async function readToken(token: string, secret: Uint8Array, now: Date): Promise<TokenReading> {
  const { payload, expired } = await verify(token, secret, now);
  const session = payload && sessionOf(payload, now);
  if (!session) return { problem: 'invalid' };
  return expired ? { problem: 'expired' } : { session };
}

/**
 * The session of a token that asks to be followed by a fresh one: it may have expired, but must be `partner`’s, and
 * its session not older than {@link SESSION_SECONDS}.
 */
export async function readRenewable(
  token: string,
  partner: string,
  secret: Uint8Array,
  now: Date,
): Promise<TokenReading> {
  const { payload } = await verify(token, secret, now);
  const session = payload && sessionOf(payload, now);
  const renewable =
    session && session.partner === partner && secondsOf(now) - session.started < SESSION_SECONDS;
  return renewable ? { session } : { problem: 'invalid' };
}

async function verify(
  token: string,
  secret: Uint8Array,
  now: Date,
): Promise<{ payload?: JWTPayload; expired: boolean }> {
  try {
    const { payload } = await jwtVerify(token, secret, {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: AUDIENCE,
      typ: TYPE,
      currentDate: now,
      requiredClaims: ['iat', 'exp', 'sub'],
    });
    return { payload, expired: false };
  } catch (error) {
    // The time is looked at last, after the signature and whom the token is for.
    return error instanceof errors.JWTExpired
      ? { payload: error.payload, expired: true }
      : { expired: false };
  }
}

function sessionOf({ sub, sid, started, iat, exp }: JWTPayload, now: Date): EmbedSession | undefined {
  if (!sub || typeof sid !== 'string' || typeof started !== 'number') return undefined;
  if (iat === undefined || exp === undefined || exp - iat > TOKEN_SECONDS) return undefined;
  if (iat > secondsOf(now) || started > iat) return undefined;
  return { partner: sub, session: sid, started };
}

function secondsOf(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
