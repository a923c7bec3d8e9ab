# Build and run in a container; a volume on /data keeps the embedded database.
#   docker build -t dunlin . && docker run -p 8080:8080 -v dunlin:/data dunlin
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml .
COPY src src
RUN mvn -q -B -DskipTests -Dspotless.check.skip package

FROM eclipse-temurin:25-jre
RUN useradd --system --create-home dunlin && mkdir /data && chown dunlin /data
WORKDIR /opt/dunlin
COPY dunlin .
COPY rules rules
COPY --from=build /build/target/quarkus-app target/quarkus-app
USER dunlin
# Inside a container loopback reaches nobody; what is published to the world is decided by docker run -p.
ENV DUNLIN_DATA=/data QUARKUS_HTTP_HOST=0.0.0.0
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["/opt/dunlin/dunlin"]
