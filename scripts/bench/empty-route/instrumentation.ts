/** Nothing to warm. Without this file Next finds the real app's, further up. */
export function register(): void {}
