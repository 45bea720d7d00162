// The one service that knows all companies; only it commands them (architecture decision 1).
export const DIRECTORY = 'reintegration';
