/**
 * `fetch` for a frame: shows the session's token, and has it renewed when it has expired. Nothing is stored: a
 * partner's page may be opened where frames have no storage.
 * @param onRefused told the code of what is not answered (docs/api.md)
 */
export function sessionFetch(
  partner: string,
  first: string,
  onRefused: (code: string) => void,
): typeof fetch {
  let token = first;
  const ask: typeof fetch = async (input, init = {}) => {
    const asked = token;
    const response = await fetch(input, withToken(init, asked));
    if (response.status !== 401) return response;
    // Of several requests that find it expired, one renews it.
    if (token === asked) token = (await renewed(partner, asked, init.signal)) ?? asked;
    return token === asked ? response : fetch(input, withToken(init, token));
  };
  return async (input, init) => {
    const response = await ask(input, init);
    if (!response.ok) onRefused(await codeOf(response.clone()));
    return response;
  };
}

function withToken(init: RequestInit, token: string): RequestInit {
  const headers = new Headers(init.headers);
  headers.set('Authorization', `Bearer ${token}`);
  return { ...init, headers };
}

async function renewed(
  partner: string,
  token: string,
  signal?: AbortSignal | null,
): Promise<string | undefined> {
  const request = { method: 'POST', ...(signal && { signal }) };
  const response = await fetch(`/embed/${encodeURIComponent(partner)}/token`, withToken(request, token));
  if (!response.ok) return undefined;
  const body = (await response.json()) as { readonly token?: unknown };
  return typeof body.token === 'string' ? body.token : undefined;
}

async function codeOf(response: Response): Promise<string> {
  const body = (await response.json().catch(() => undefined)) as { error?: { code?: unknown } } | undefined;
  return String(body?.error?.code ?? response.status);
}
