import { Assistant } from '../lib/assistant.ts';
import { readSettings } from '../lib/settings.ts';
import { readArguments, run } from './command.ts';

const USAGE = 'Usage: npm run test:model';
/** Of each kind and language that readers ask in; the last two must be refused without a word from the model. */
const QUESTIONS = [
  '2024年中国同中亚国家的贸易总额是多少？',
  '鲁班工坊在中亚做了什么？',
  '中吉乌铁路经过哪些地方，有什么意义？',
  '咸海面积变化了多少，中国参与了哪些治理？',
  '中亚国家和中国之间有哪些免签安排？',
  '第二章主要讲了什么？',
  'How has e-commerce developed in Central Asia?',
  'Какие риски безопасности называет доклад?',
  '今天北京的天气怎么样？',
  'Кто выиграл чемпионат мира по футболу?',
];

/** Asks the configured model ten questions and shows what the guard made of its answers. */
await run(async () => {
  readArguments(USAGE, {});
  const settings = readSettings();
  if (!settings.languageModel)
    throw new Error('No language model is configured: set CHAT_MODEL and its service, see .env.example');
  const assistant = await Assistant.open(settings);
  const total = { shown: 0, repaired: 0, dropped: 0 };
  console.log(`${settings.languageModel.model}, edition ${assistant.edition}\n`);
  for (const question of QUESTIONS) {
    const started = performance.now();
    const { text, mode, refusal, checked, notice, citations } = await assistant.answer({ question });
    const took = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`# ${question}\n${text}\n`);
    const { shown, repaired, dropped } = checked ?? { shown: 0, repaired: 0, dropped: 0 };
    console.log(
      `  ${refusal ? 'refused' : mode}, ${took} s, ${citations.length} citations; sentences let through ${shown}, of these repaired ${repaired}; stopped ${dropped}`,
    );
    console.log(`  ${notice}\n`);
    total.shown += shown;
    total.repaired += repaired;
    total.dropped += dropped;
  }
  console.log(
    `Let through: ${total.shown}. Of these repaired: ${total.repaired}. Stopped: ${total.dropped}.`,
  );
});
