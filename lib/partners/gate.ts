import { randomUUID } from 'node:crypto';
import type { BudgetStore } from './budget-store.ts';
import { type BudgetState, takeQuestion } from './budgets.ts';
import { clientAddress, isFromThisMachine } from './client-address.ts';
import { type FrameVisit, readFrameVisit } from './frame-visit.ts';
import type { Partner } from './partner.ts';
import type { PartnerRegister } from './partner-register.ts';
import { sourceOf } from './request-marks.ts';
import { issueToken, readRenewable, readToken } from './token.ts';

type RefusalCode =
  | 'foreign-origin'
  | 'token-invalid'
  | 'token-expired'
  | 'unknown-partner'
  | 'too-many-questions'
  | 'budget-spent';

interface Guest {
  readonly partner: Partner;
  readonly session: string;
}

/** Whether a question may be worked on. A budget is absent where nothing is counted. */
export type Admission =
  | { readonly granted: true; readonly guest?: Guest | undefined; readonly budget?: BudgetState }
  | { readonly granted: false; readonly code: RefusalCode; readonly budget?: BudgetState };

export type Renewal =
  | { readonly token: string; readonly code?: undefined }
  | { readonly token?: undefined; readonly code: RefusalCode };

interface GateOptions {
  readonly partners: PartnerRegister;
  readonly store: BudgetStore;
  readonly secret: Uint8Array;
  readonly publicUrl: string | undefined;
  readonly trustedProxies: number;
  /** What a language model may read and write for one question, at most; 0 without one. */
  readonly tokensAQuestion: number;
}

const BEARER = /^Bearer +(\S+)$/i;

/** Decides who gets in: the frame on a partner's page with its token, our own pages and scripts without. */
export class Gate {
  readonly #options: GateOptions;

  constructor(options: GateOptions) {
    this.#options = options;
  }

  partner(id: string): Partner | undefined {
    return this.#options.partners.find(id);
  }

  /**
   * Takes a question from its budgets, or says why it may not be worked on. Reads nothing but headers.
   * @param answers whether it will be answered, by a language model where there is one, or only searched
   */
  async admit(headers: Headers, answers: boolean): Promise<Admission> {
    const { store, publicUrl, trustedProxies, tokensAQuestion } = this.#options;
    const guest = await this.#guestOf(headers);
    if (guest && 'code' in guest) return { granted: false, code: guest.code };
    const forwarded = headers.get('x-forwarded-for');
    // Whoever runs this machine may use it as they like, unless it serves the public.
    if (!guest && publicUrl === undefined && isFromThisMachine(forwarded)) return { granted: true };
    const address = clientAddress(forwarded, trustedProxies);
    const { granted, tightest } = await takeQuestion(store, {
      address,
      ...(guest && { guest }),
      tokens: answers ? tokensAQuestion : 0,
    });
    if (granted) return { granted, guest, budget: tightest };
    const shared = tightest.name === 'day' || tightest.name === 'tokens';
    return { granted, code: shared ? 'budget-spent' : 'too-many-questions', budget: tightest };
  }

  /** How a request for a partner's frame is to be taken. */
  visit(headers: Headers, named: string | undefined, partner: Partner): FrameVisit {
    return readFrameVisit(headers, named, partner, this.#options.publicUrl);
  }

  /** A token for the frame that opens on a page of the partner's. */
  openSession(partner: Partner, now = new Date()): Promise<string> {
    const started = Math.floor(now.getTime() / 1000);
    return issueToken({ partner: partner.id, session: randomUUID(), started }, this.#options.secret, now);
  }

  /** A fresh token for the session of one that has expired or is about to. */
  async renew(headers: Headers, partnerId: string, now = new Date()): Promise<Renewal> {
    const { secret, publicUrl } = this.#options;
    if (sourceOf(headers, publicUrl) !== 'own') return { code: 'foreign-origin' };
    if (!this.partner(partnerId)) return { code: 'unknown-partner' };
    const { session } = await readRenewable(tokenIn(headers) ?? '', partnerId, secret, now);
    return session ? { token: await issueToken(session, secret, now) } : { code: 'token-invalid' };
  }

  /** Whom the request's token stands for; undefined where it brings none and needs none. */
  async #guestOf(headers: Headers): Promise<Guest | { readonly code: RefusalCode } | undefined> {
    const { secret, publicUrl } = this.#options;
    const source = sourceOf(headers, publicUrl);
    const token = tokenIn(headers);
    if (source === 'foreign' || (token !== undefined && source !== 'own')) return { code: 'foreign-origin' };
    if (token === undefined) return undefined;
    const { session, problem } = await readToken(token, secret, new Date());
    if (!session) return { code: problem === 'expired' ? 'token-expired' : 'token-invalid' };
    const partner = this.partner(session.partner);
    return partner ? { partner, session: session.session } : { code: 'unknown-partner' };
  }
}

/** Any Authorization but a bearer's is a token that will not be found good. */
function tokenIn(headers: Headers): string | undefined {
  const authorization = headers.get('authorization');
  return authorization === null ? undefined : (BEARER.exec(authorization)?.[1] ?? '');
}
