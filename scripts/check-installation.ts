const OLDEST_NODE = 22;
const ADDONS = ['hnswlib-node', 'nodejieba', 'onnxruntime-node'];

/** `npm ci --ignore-scripts` ends well and leaves addons and Node itself unbuilt: said here, before it breaks later. */
export async function checkInstallation(): Promise<void> {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE) {
    throw new Error(
      `This is Node ${process.versions.node}; ${OLDEST_NODE} or newer is needed. Run npm ci without --ignore-scripts: it brings Node 24.`,
    );
  }
  for (const addon of ADDONS) {
    try {
      await import(addon);
    } catch (error) {
      throw new Error(
        `${addon} cannot be loaded. Run npm ci without --ignore-scripts, with a C++ compiler and python3 installed (see README). ${(error as Error).message.split('\n')[0]}`,
      );
    }
  }
}
