import { z } from 'zod';
import { FUNCTIONS } from '#kernel/actor.ts';
import { LANGUAGES } from '#kernel/language.ts';

export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email());
export const PersonName = z.string().trim().min(1).max(120);
/** Whether it is good enough is said by its own refusal, not by a length here. */
export const Password = z.string().min(1).max(200);
export const Functions = z.array(z.enum(FUNCTIONS)).min(1).max(FUNCTIONS.length);
export const Title = z.string().trim().min(1).max(80);
export const Language = z.enum(LANGUAGES);
export const Token = z.string().min(20).max(100);
