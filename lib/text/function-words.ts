/**
 * English and Russian words that carry a sentence's grammar and nothing of its subject. A report's term that
 * happens to have the same letters (`ИИ` for artificial intelligence, `и` for “and”) must not be read into them.
 */
export const FOREIGN_FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the and or but if of in on at to for from by with about as into over under between than then so not no ' +
    'is are was were be been being am do does did has have had will would can could may might shall should must ' +
    'i you he she it we they me him her us them my your his its our their this that these those there here ' +
    'what which who whom whose when where why how s t also any some all both each other such only own same very just up out off ' +
    'и а но или да же бы ли не ни в во на с со к ко у о об обо по за из от до для при про без через под над между ' +
    'это этот эта эти этого этой этим тот та те того той тем там тут здесь я ты он она оно мы вы они его ее их им ' +
    'ему ей нас вас мне меня что чего чем чему как какой какая какое какие каких каким какими какую каков какова ' +
    'когда где куда откуда почему зачем кто кого кому кем чей чья который которая которое которые которых так также ' +
    'еще уже только есть был была было были будет будут быть свой своя свое свои своих себя если то ведь'
  ).split(' '),
);
