// Who may embed is decided by origins: scheme, host and port, compared as whole strings. What a browser sends is
// taken as it stands; only what an operator wrote is brought into the browser's form first.

/** An origin as browsers write it, or one whose left-most label may be anything: `https://*.example.cn`. */
export type OriginPattern = string;

const ANY_LABEL = '*.';
const LABEL = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;
/** Fewer labels behind the asterisk would be a whole top-level domain. */
const MIN_LABELS_BEHIND_ANY = 2;

/** Whether `text` is a web page's origin, letter for letter as browsers write it. `null` and `file://` are none. */
export function isWebOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && isWeb(url) && url.origin === text && !text.includes('*');
}

/** Whether a page of this origin is one of those that `patterns` name. An asterisk stands for exactly one label. */
export function allowsOrigin(patterns: readonly OriginPattern[], origin: string): boolean {
  return isWebOrigin(origin) && patterns.some((pattern) => matches(pattern, origin));
}

export function hasAnyLabel(pattern: OriginPattern): boolean {
  return pattern.includes(ANY_LABEL);
}

function matches(pattern: OriginPattern, origin: string): boolean {
  const at = pattern.indexOf(ANY_LABEL);
  if (at < 0) return pattern === origin;
  const scheme = pattern.slice(0, at);
  const rest = pattern.slice(at + 1);
  if (!origin.startsWith(scheme) || !origin.endsWith(rest)) return false;
  return LABEL.test(origin.slice(scheme.length, origin.length - rest.length));
}

/** @throws Error saying what is wrong with an origin that an operator wrote, and how it should be written */
export function readOriginPattern(text: string): OriginPattern {
  const [, scheme, any, rest] = /^(https?:\/\/)(\*\.)?([^*]*)$/i.exec(text) ?? [];
  if (!scheme || !rest) {
    throw new Error(
      `“${text}” is not an origin; write scheme and host: https://www.example.cn, or https://*.example.cn for one label`,
    );
  }
  const url = URL.parse(scheme + rest);
  if (!url?.hostname) throw new Error(`“${text}” is not an origin: there is no such host`);
  if (url.username || url.password) throw new Error(`“${text}”: an origin has no user name or password`);
  if (/[/?#\\]/.test(rest)) throw new Error(`“${text}”: an origin ends with its host or port: ${url.origin}`);
  if (url.hostname.endsWith('.')) throw new Error(`“${text}”: the host ends with a dot`);
  if (!any) return url.origin;
  if (isAddress(url.hostname) || url.hostname.split('.').length < MIN_LABELS_BEHIND_ANY) {
    throw new Error(
      `“${text}” is too wide: behind “*.” there must be a domain of your own: https://*.example.cn`,
    );
  }
  return url.origin.replace('://', `://${ANY_LABEL}`);
}

function isWeb(url: URL): boolean {
  return url.protocol === 'https:' || url.protocol === 'http:';
}

function isAddress(hostname: string): boolean {
  return hostname.startsWith('[') || /^[\d.]+$/.test(hostname);
}
