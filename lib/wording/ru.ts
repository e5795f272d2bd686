import { translatedChapter } from './chapter-names.ts';
import { ruPage } from './ru-page.ts';
import type { PlaceName, Wording } from './wording.ts';

const CHAPTERS = {
  序言: 'Предисловие',
  前言: 'Предисловие',
  引言: 'Введение',
  结语: 'Заключение',
  结论: 'Заключение',
  附录: 'Приложение',
  编写说明与致谢: 'О докладе',
};

const chapterName = (label: string) => translatedChapter(label, 'Глава', CHAPTERS);

const at = ({ report, chapter, section }: PlaceName) =>
  `${report ? `《${report}》` : 'доклад'}, ${chapterName(chapter)}${section ? `, «${section}»` : ''}`;

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const ru: Wording = {
  answer: {
    introduce: (place) => `${capitalised(at(place))}: `,
    offTopic: (report) =>
      `Этот вопрос не относится к докладу 《${report}》. Я отвечаю только по его содержанию.`,
    otherFigure: 'В докладе приводится другое число, чем в вопросе:',
    notInReport: 'Прямого ответа в докладе нет. Ближе всего к вопросу следующее:',
    nearestSections: 'Возможно, вам будет интересно:',
    contents: (report, chapters) => `Глав в докладе 《${report}》: ${chapters}. Содержание:`,
    chapterSections: ({ label, title }, count) =>
      `${chapterName(label)}${title ? `, «${title}»` : ''}. Разделов: ${count}`,
    subPoints: (place, count) => `${capitalised(at(place))}, перечисляет пункты (${count}):`,
    extractiveNotice: 'Это собственные слова доклада, без изменений.',
    modelNotice: ({ repaired, dropped }) =>
      `Создано искусственным интеллектом. Каждое предложение сверено с указанным местом доклада${repaired ? `; исправлено ссылок: ${repaired}` : ''}${dropped ? `; не прошли проверку и не показаны предложения: ${dropped}` : ''}. Решающим является текст доклада.`,
    modelFailed: 'Языковая модель не дала полного ответа; вместо неё отвечает сам доклад. ',
    modelUnfounded: 'Ответ языковой модели не прошёл проверку и не показан; вместо неё отвечает сам доклад. ',
    modelBrokeOff: '(Текст искусственного интеллекта здесь обрывается; далее — слова самого доклада.)',
  },
  page: ruPage,
  errors: {
    'invalid-json': 'Запрос не является корректным JSON.',
    'invalid-request': 'Запрос имеет неверную форму.',
    'question-empty': 'Введите вопрос.',
    'question-too-long': 'Вопрос слишком длинный: не более 2000 символов.',
    'history-too-long': 'Слишком длинный диалог: не более 20 предыдущих сообщений.',
    'body-too-large': 'Запрос больше 64 КБ.',
    'unknown-locale': 'Такого языка нет: zh, en или ru.',
    'unknown-report': 'Такого доклада нет.',
    'not-found': 'По этому адресу ничего нет.',
    'foreign-origin': 'Запрос пришёл с сайта, которому он не разрешён.',
    'token-invalid': 'Пропуск этого диалога недействителен. Откройте окно ещё раз.',
    'token-expired': 'Срок пропуска этого диалога истёк. Откройте окно ещё раз.',
    'unknown-partner': 'Такого партнёрского сайта нет, или он отключён.',
    'too-many-questions': 'Вы задаёте вопросы слишком быстро.',
    'budget-spent': 'Вопросы на сегодня на этом сайте исчерпаны.',
    'not-ready': 'Сервис ещё запускается. Повторите попытку чуть позже.',
    internal: 'Что-то пошло не так. Повторите попытку чуть позже.',
  },
  embed: {
    name: 'Спросить доклад',
    close: 'Закрыть',
    greeting: (partner) =>
      `Здравствуйте! Отвечаю читателям сайта «${partner}» словами самого доклада и указываю место каждой цитаты.`,
    unavailable: 'Сейчас окно не открывается. Повторите попытку позже.',
    unknownPartner: 'Здесь нет окна для вопросов',
    unknownPartnerAdvice:
      'Этот адрес не принадлежит ни одному действующему партнёрскому сайту. Если это ваш сайт, проверьте его идентификатор (data-partner).',
    tryAgainIn: (seconds) => ` Повторите попытку через ${duration(seconds)}.`,
  },
};

/** In the unit that a reader would use. */
function duration(seconds: number): string {
  if (seconds < 90) return `${seconds} с`;
  if (seconds < 5_400) return `${Math.ceil(seconds / 60)} мин`;
  return `${Math.ceil(seconds / 3_600)} ч`;
}
