import { toYaml } from '../yaml.ts';
import { DEFAULT_VERSION, type EurekaComponent } from './fields.ts';
import { EUREKA_PORT } from './names.ts';

/** Spring Boot and Spring Cloud releases that go with a line of Spring Cloud Netflix. */
const RELEASES: Readonly<Record<string, { boot: string; cloud: string }>> = {
  '5.0': { boot: '4.0.9', cloud: '2025.1.0' },
  '4.3': { boot: '3.5.9', cloud: '2025.0.1' },
};
const PACKAGE = 'archwright.discovery';

/** A Eureka server as a Spring Boot program, and the Dockerfile that builds it: path to text. */
export function serverFiles({ version = DEFAULT_VERSION }: EurekaComponent): Record<string, string> {
  const line = version.split('.').slice(0, 2).join('.');
  const releases = RELEASES[line] ?? RELEASES[DEFAULT_VERSION];
  return {
    Dockerfile: DOCKERFILE,
    '.dockerignore': '*\n!pom.xml\n!src\n',
    'pom.xml': pom(releases?.boot ?? '', releases?.cloud ?? ''),
    'src/main/java/archwright/discovery/Registry.java': PROGRAM,
    'src/main/resources/application.yaml': toYaml(SETTINGS),
  };
}

const DOCKERFILE = `# Builds the registry: a Spring Boot program that is nothing but a Eureka server.
FROM maven:3.9-eclipse-temurin-21-alpine AS build
WORKDIR /build
COPY pom.xml .
RUN mvn --batch-mode --no-transfer-progress dependency:go-offline
COPY src src
RUN mvn --batch-mode --no-transfer-progress package

FROM eclipse-temurin:21-jre-alpine
RUN addgroup -S -g 1000 registry && adduser -S -u 1000 -G registry registry
COPY --from=build /build/target/registry.jar /opt/registry.jar
USER 1000:1000
EXPOSE ${EUREKA_PORT}
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-jar", "/opt/registry.jar"]
`;

const PROGRAM = `package ${PACKAGE};

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.netflix.eureka.server.EnableEurekaServer;

/** The registry that services send signs of life to. */
@SpringBootApplication
@EnableEurekaServer
public class Registry {
  public static void main(String[] arguments) {
    SpringApplication.run(Registry.class, arguments);
  }
}
`;

/** One server: it neither registers itself nor asks others, and forgets quickly who is gone. */
const SETTINGS = {
  server: { port: EUREKA_PORT, shutdown: 'graceful' },
  spring: { application: { name: 'registry' } },
  eureka: {
    client: { 'register-with-eureka': false, 'fetch-registry': false },
    server: {
      // Off: with few services, two that stop would already look like a broken network, and nobody was forgotten.
      'enable-self-preservation': false,
      'eviction-interval-timer-in-ms': 10_000,
      'response-cache-update-interval-ms': 5_000,
      'wait-time-in-ms-when-sync-empty': 0,
    },
  },
  management: {
    endpoint: { health: { probes: { enabled: true } } },
    endpoints: { web: { exposure: { include: 'health,prometheus' } } },
  },
};

function pom(boot: string, cloud: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0"
         xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
         xsi:schemaLocation="http://maven.apache.org/POM/4.0.0 https://maven.apache.org/xsd/maven-4.0.0.xsd">
  <modelVersion>4.0.0</modelVersion>
  <parent>
    <groupId>org.springframework.boot</groupId>
    <artifactId>spring-boot-starter-parent</artifactId>
    <version>${boot}</version>
    <relativePath/>
  </parent>
  <groupId>${PACKAGE}</groupId>
  <artifactId>registry</artifactId>
  <version>1.0.0</version>
  <properties>
    <java.version>21</java.version>
  </properties>
  <dependencyManagement>
    <dependencies>
      <dependency>
        <groupId>org.springframework.cloud</groupId>
        <artifactId>spring-cloud-dependencies</artifactId>
        <version>${cloud}</version>
        <type>pom</type>
        <scope>import</scope>
      </dependency>
    </dependencies>
  </dependencyManagement>
  <dependencies>
    <dependency>
      <groupId>org.springframework.cloud</groupId>
      <artifactId>spring-cloud-starter-netflix-eureka-server</artifactId>
    </dependency>
    <dependency>
      <groupId>org.springframework.boot</groupId>
      <artifactId>spring-boot-starter-actuator</artifactId>
    </dependency>
    <dependency>
      <groupId>io.micrometer</groupId>
      <artifactId>micrometer-registry-prometheus</artifactId>
      <scope>runtime</scope>
    </dependency>
  </dependencies>
  <build>
    <finalName>registry</finalName>
    <plugins>
      <plugin>
        <groupId>org.springframework.boot</groupId>
        <artifactId>spring-boot-maven-plugin</artifactId>
      </plugin>
    </plugins>
  </build>
</project>
`;
}
