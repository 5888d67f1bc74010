/** Tables of 0002-sign-in.sql. */
export interface SignInTables {
  person: {
    id: string;
    email: string;
    name: string;
    language: 'fr' | 'en';
    created_at: Date;
  };
}
