import { headers } from 'next/headers';
import { wordingIn } from '../../../lib/wording/wording.ts';
import { asLanguage } from '../../ui/language.ts';
import styles from '../asking-frame.module.css';
import { LANGUAGE_HEADER } from '../look.ts';

/** Instead of a frame for whoever is no partner: nothing that says whether there ever was one. */
export default async function NotFound() {
  const language = asLanguage((await headers()).get(LANGUAGE_HEADER) ?? undefined) ?? 'zh';
  const { unknownPartner, unknownPartnerAdvice } = wordingIn(language).embed;
  return (
    <main className={styles.nobody}>
      <title>{unknownPartner}</title>
      <h1>{unknownPartner}</h1>
      <p>{unknownPartnerAdvice}</p>
    </main>
  );
}
