import { isForeign } from './names.ts';

/** Words that turn a statement round. A report that has none of a kind cannot have said the opposite. */
const TURNS = {
  negation:
    /不(?!断|仅|同|少|久|但|只|懈|移|凡|止|过是)|没有?|未(?!来)|并非|从无|无法|无需|毫无|否认|否定|拒绝|反对|(?<!\p{L})(?:not|no|never|none|neither|nor|cannot|without|denie[sd]|refuse[sd]?|reject(?:s|ed)?|oppose[sd]?|fail(?:s|ed)?)(?!\p{L})|n['’]t(?!\p{L})|(?<!\p{L})(?:не|нет|ни|никогда|без|отказал[а-я]*|отверг[а-я]*|отрица[а-я]+|против)(?!\p{L})/iu,
  ending:
    /关闭|关停|破产|解散|取消|停止|终止|中止|中断|暂停|退出|废除|撤销|破裂|断绝|倒闭|(?<!\p{L})(?:cancel\p{L}*|stop\p{L}*|terminat\p{L}*|suspend\p{L}*|withdr[ae]w\p{L}*|abolish\p{L}*|halt\p{L}*)(?!\p{L})|(?<!\p{L})(?:отмен|прекра[тщ]|приостан|вышл|выход)[а-я]*/iu,
  down: /降(?!水|雨|落)|减少|降低|下滑|萎缩|缩减|缩小|负增长|跌|减弱|恶化|衰退|落后|(?<!\p{L})(?:declin\p{L}*|decreas\p{L}*|fell|fall(?:s|en|ing)?|drop\p{L}*|shr[aiu]nk\p{L}*|reduc\p{L}*|worsen\p{L}*|deteriorat\p{L}*|lower\p{L}*)(?!\p{L})|(?<!\p{L})(?:сниз|снижен|сниж|упал|паде|сократ|сокращ|уменьш|ухудш)[а-я]*/iu,
  up: /增长|增加|提升|上升|扩大|提高|跃升|攀升|增至|增强|增幅|激增|(?<!\p{L})(?:increas\p{L}*|gr(?:ow|ew)\p{L}*|rose|ris(?:e|es|ing|en)|expand\p{L}*|climb\p{L}*|surg\p{L}*)(?!\p{L})|(?<!\p{L})(?:рост|вырос|увелич|повы[сш]|возрос|расшир)[а-я]*/iu,
} as const;

/** Up and down exclude each other; elsewhere the report only has to hold the same kind of word. */
const OPPOSITE = { up: 'down', down: 'up' } as const;

// What the report says with other words: a ban is a negation, becoming the largest a rise.
const SAID_OTHERWISE = {
  negation:
    /不(?!断|仅|同|少|久|但|只|懈|移|凡|止|过是)|无(?!论|缝|疑)|未(?!来)|没|非(?!洲|常|传统|关税)|否|拒|反对|禁|免|零|缺/u,
  ending: /关闭|取消|停|终|中断|退出|废|撤|断|破/u,
  down: /降|减|缩|跌|弱|恶|衰|落后|低|少|下|不足|放缓|受阻/u,
  up: /增|升|扩|提|高|加|长|多|大|新|强|上|发展|推|翻|突破|丰|繁荣/u,
} as const;

/**
 * Whether something is denied, ended, raised or lowered where the report does nothing of the kind.
 * @param clause of the report that says the most of it: what the next one denies is another matter
 */
export function turnsRound(said: string, clause: string, sentence: string): boolean {
  return (Object.keys(TURNS) as (keyof typeof TURNS)[]).some((kind) => {
    if (!TURNS[kind].test(said)) return false;
    if (!SAID_OTHERWISE[kind].test(kind === 'negation' ? clause : sentence)) return true;
    if (kind !== 'up' && kind !== 'down') return false;
    const opposite = OPPOSITE[kind];
    const other = isForeign(said) ? sentence : clause;
    return TURNS[opposite].test(other) && !TURNS[kind].test(other) && !TURNS[opposite].test(said);
  });
}
