export { BUILD_COMMAND } from './build-command.ts';
export { BuildFailedError, ensureRelease } from './ensure-release.ts';
export { fingerprintSources, type BuildMode } from './fingerprint-sources.ts';
export { findRelease, publishRelease, releaseFolders, type Release } from './release.ts';
export { writeRecord } from './build-record.ts';
export { readFileTable, writeFileTable, type FileTable, type SiteFile } from './file-table.ts';
export { releaseLayout, type ReleaseLayout } from './release-layout.ts';
