import { readFile } from 'node:fs/promises';
import { rankOfAnswer } from '../../lib/evaluation/coverage.ts';
import { parseQuestionFile } from '../../lib/evaluation/question-file.ts';
import { rankFigures } from '../../lib/evaluation/score.ts';
import { BundledEmbeddings } from '../../lib/models/bundled-embeddings.ts';
import { openIndex } from '../../lib/passage-index/open.ts';
import { FITTED_WEIGHTS, RANKING_FEATURES, type RankingWeights } from '../../lib/retrieval/rank.ts';
import { Retriever } from '../../lib/retrieval/retriever.ts';
import type { Settings } from '../../lib/settings.ts';

/** What the ranking of questions with a known place loses when one of its features carries no weight. */
export async function* rankingAblation(settings: Settings, files: readonly string[]): AsyncGenerator<string> {
  const model = await BundledEmbeddings.load(settings.modelDirectory);
  const index = await openIndex(settings.dataDirectory, model);
  for (const feature of [undefined, ...RANKING_FEATURES]) {
    const retriever = new Retriever(index, model, feature ? without(feature) : FITTED_WEIGHTS);
    for (const file of files) {
      const { recallAt1, recallAt5, meanReciprocalRank } = rankFigures(await ranksOf(retriever, file));
      const figures = [recallAt1, recallAt5, meanReciprocalRank].map((figure) => figure?.toFixed(3) ?? '');
      yield `| ${[file.replace(/^.*\//, ''), feature ? `no ${feature}` : 'all features', ...figures].join(' | ')} |`;
    }
  }
}

async function ranksOf(retriever: Retriever, file: string): Promise<number[]> {
  const ranks: number[] = [];
  for (const question of parseQuestionFile(await readFile(file), file)) {
    if (question.gold.length === 0) continue;
    const { passages } = await retriever.retrieve(question);
    ranks.push(
      rankOfAnswer(
        question,
        passages.map(({ passage }) => passage),
      ),
    );
  }
  return ranks;
}

function without(feature: (typeof RANKING_FEATURES)[number]): RankingWeights {
  return {
    chinese: { ...FITTED_WEIGHTS.chinese, [feature]: 0 },
    foreign: { ...FITTED_WEIGHTS.foreign, [feature]: 0 },
  };
}
