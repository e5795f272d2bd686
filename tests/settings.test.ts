import { describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from '../lib/settings.ts';

describe('settings', () => {
  it('are all optional, and an empty one counts as not set', () => {
    expect(readSettings({ PORT: '', HOST: ' ', DATA_DIR: undefined })).toEqual(readSettings({}));
    expect(readSettings({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      dataDirectory: 'data',
      publicUrl: undefined,
    });
  });

  it('are read from the environment that is given', () => {
    const settings = readSettings({
      PORT: '3500',
      HOST: '::1',
      DATA_DIR: '/srv/data',
      PUBLIC_URL: 'https://a.cn/',
    });
    expect(settings).toMatchObject({
      port: 3500,
      host: '::1',
      dataDirectory: '/srv/data',
      publicUrl: 'https://a.cn',
    });
  });

  it.each([
    ['PORT', 'x'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['PORT', '65536'],
    ['PUBLIC_URL', 'a.cn'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
  ])('%s=%s is refused by name, on one line', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(SettingsError);
    expect(() => readSettings({ [name]: value })).toThrow(new RegExp(`^${name}=.* is not usable: .+$`));
  });
});
