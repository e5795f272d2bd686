import { config } from 'zod';

// zod tries whether it may compile its checks with eval. The frame's policy forbids that, and reports the try.
config({ jitless: true });
