# English texts, the same keys as the Danish file.
site-name = Pejlemærke
