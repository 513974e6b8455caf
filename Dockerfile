# Two stages: everything needed to build, then an image that holds the program, CA certificates and
# the libraries that the program is linked with, and nothing else: no shell, no package manager.

FROM node:20-bookworm-slim AS node

FROM rust:1.90-bookworm AS build
# build.rs fetches the design system with npm, pinned by package-lock.json.
COPY --from=node /usr/local/bin/node /usr/local/bin/
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /build
COPY . .
RUN cargo build --release --locked --features postgres-tls --bin pejl
RUN sh deploy/image /build/target/release/pejl /image

FROM scratch
COPY --from=build /image /
# The certificates for OpenSSL, which is linked into the program and looks elsewhere by itself.
ENV SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt
USER 10001:10001
EXPOSE 8080
ENTRYPOINT ["/pejl"]
CMD ["serve"]
