"""What names and lists need to know about four writings. Pure: no database, no Django.

scripts   script_of, guess_language: which writing a text is in, as far as its characters tell
han       one Han character in its traditional, Japanese and simplified forms
folding   fold: a key under which spellings of one name meet; for matching, never for showing
sorting   sort_key: a key that puts names into each language's own order when compared by code point
readings  how Han characters may be read in Korean, Japanese and Chinese
katakana  hangul in katakana
names     name_keys, match_names, rank_names: one name in several scripts and orders
tokens    index_terms, query_terms: the words of running text, and what joins them across languages
vocabulary  the field's concepts and a table of general words, in four languages
alignment a table of words learnt from texts that say the same
spelling  Hepburn, Revised Romanization, Hanyu Pinyin, kana in hangul: spellings made by rule, as `Generated`

Words: a *script* is an ISO 15924 code ("Hang", "Jpan"); a *language* one of "ko", "ja", "zh-Hans", "en", or
"und" where the writing does not tell; a *reading* is how a name is said, in kana, hangul or pinyin, as
its owner gave it; a *Generated* spelling came from a rule, is kept apart from supplied ones, replaces none.
"""
