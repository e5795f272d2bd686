import { readSettings } from '../../lib/settings.ts';
import { run } from '../command.ts';
import { serve } from '../serve.ts';
import { EMPTY_ROUTES } from './empty-routes.ts';

await run(() => serve(readSettings(), EMPTY_ROUTES));
