export const ship = {} as const;
