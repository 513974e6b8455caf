# Danish texts. Danish comes first: English falls back to this file.
site-name = Pejlemærke
