// HTTPS with a certificate made on the spot.
#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <cstdio>
#include <filesystem>

#include "http/client.hpp"
#include "http/server.hpp"

namespace commis::http::tests {
namespace {

// A self-signed certificate and its key in a folder that goes away with the test.
class Certificate {
public:
    Certificate() {
        std::string pattern = (std::filesystem::temp_directory_path() / "commis-tls-XXXXXX").string();
        folder_ = ::mkdtemp(pattern.data());
        EVP_PKEY* key = EVP_EC_gen("P-256");
        X509* certificate = X509_new();
        X509_gmtime_adj(X509_getm_notBefore(certificate), 0);
        X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
        X509_set_pubkey(certificate, key);
        X509_sign(certificate, key, EVP_sha256());
        write(files().certificate_file, [&](FILE* file) { PEM_write_X509(file, certificate); });
        write(files().key_file,
              [&](FILE* file) { PEM_write_PrivateKey(file, key, nullptr, nullptr, 0, nullptr, nullptr); });
        X509_free(certificate);
        EVP_PKEY_free(key);
    }
    ~Certificate() { std::filesystem::remove_all(folder_); }
    Certificate(const Certificate&) = delete;
    Certificate& operator=(const Certificate&) = delete;

    TlsFiles files() const { return {folder_ + "/certificate.pem", folder_ + "/key.pem"}; }

private:
    template <class Writer>
    static void write(const std::string& path, const Writer& writer) {
        FILE* file = std::fopen(path.c_str(), "w");
        writer(file);
        std::fclose(file);
    }
    std::string folder_;
};

Router tls_router() {
    Router router;
    router.add("POST", "/echo", [](Request& request) {
        return text_response(200, "text/plain", (request.is_secure ? "secure:" : "plain:") + request.body);
    });
    router.add("GET", "/large", [](Request&) { return text_response(200, "text/plain", std::string(2'000'000, 'x')); });
    return router;
}

ServerOptions tls_options(const Certificate& certificate) {
    ServerOptions options;
    options.limits = short_limits();
    options.tls = certificate.files();
    return options;
}

TEST(Tls, serves_requests_and_demands_https) {
    const Certificate certificate;
    RunningServer running(tls_options(certificate), tls_router());
    Client client(running.port(), Client::Security::tls);
    const Answer answer = client.ask(post("/echo", "hello"));
    EXPECT_EQ(answer.body, "secure:hello");
    EXPECT_EQ(answer.header("strict-transport-security"), "max-age=31536000");
    EXPECT_EQ(client.ask(get("/large")).body.size(), 2'000'000U);
    EXPECT_EQ(client.ask(post("/echo", std::string(500'000, 'y'))).body.size(), 500'007U);
    EXPECT_EQ(client.ask(post("/echo", "x", "Connection: close\r\n")).body, "secure:x");
    EXPECT_TRUE(client.is_closed_by_server());
}

TEST(Tls, refuses_old_versions_and_plain_text) {
    const Certificate certificate;
    RunningServer running(tls_options(certificate), tls_router());
    EXPECT_THROW(Client(running.port(), Client::Security::tls_1_1), std::runtime_error);
    Client plain(running.port());
    plain.send(get("/large"));
    EXPECT_FALSE(plain.receive());
    Client silent(running.port());
    Client client(running.port(), Client::Security::tls);
    EXPECT_EQ(client.ask(post("/echo", "")).body, "secure:");
}

TEST(Tls, slow_clients_are_cut_here_too) {
    const Certificate certificate;
    RunningServer running(tls_options(certificate), tls_router());
    Client client(running.port(), Client::Security::tls);
    client.send("GET /large HTTP/1.1\r\n");
    EXPECT_EQ(client.receive()->status, 408);
}

TEST(Tls, unusable_files_are_named) {
    ServerOptions options;
    options.tls = TlsFiles{"/nowhere/certificate.pem", "/nowhere/key.pem"};
    try {
        Server server(options, tls_router());
        FAIL();
    } catch (const std::runtime_error& fault) {
        EXPECT_NE(std::string(fault.what()).find("/nowhere/certificate.pem"), std::string::npos);
    }
}

}  // namespace
}  // namespace commis::http::tests
