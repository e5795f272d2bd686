// A report states; a sentence that tells a language model what to do was put there by somebody else.
const INSTRUCTION =
  /(?:忽略|无视|忘记|不要理会|跳过|覆盖)[^。]{0,16}(?:指令|指示|规则|提示|要求|设定|约束|内容)|(?:系统|开发者)(?:提示|指令|消息)|(?:你|您)(?:现在|必须|应当|应该|只能|要|是一个|的任务)|(?:回答|告诉|回复)(?:用户|读者|提问者|对方)|(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instruction|rule|prompt|previous|above|context)|system prompt|(?:you are|you must|you should|your (?:task|answer|reply|response))\b|(?:answer|tell|respond to|reply to) the (?:user|reader)|(?:игнориру|забуд|не обращай|отмен)[а-я]*.{0,40}(?:инструкц|правил|указани|предыдущ)|системн[а-я]+ (?:подсказ|промпт|сообщени)|ты (?:должен|теперь)|вы должны|(?:ответь|скажи|сообщи)[а-я]* (?:пользовател|читател)/iu;

/** Whether a sentence speaks to a model instead of about its subject. */
export function isInstruction(text: string): boolean {
  return INSTRUCTION.test(text);
}
