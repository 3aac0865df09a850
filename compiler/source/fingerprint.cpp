// Hashes the sources with libsodium, piece by piece, so that nothing is copied.
#include "source/fingerprint.h"

#include <array>
#include <sodium.h>
#include <string_view>

namespace planc {
namespace {

/// Eight bytes, least significant first: the same on every machine.
std::array<unsigned char, 8> length_bytes(std::uint64_t length) {
    std::array<unsigned char, 8> bytes{};
    for (unsigned char& byte : bytes) {
        byte = static_cast<unsigned char>(length & 0xFFU);
        length >>= 8U;
    }
    return bytes;
}

} // namespace

std::string fingerprint(const Files& files) {
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    for (std::size_t file = 0; file < files.size(); ++file) {
        const std::string_view text = files.at(static_cast<std::uint32_t>(file)).text();
        crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(text.data()), text.size());
        const auto length = length_bytes(text.size());
        crypto_hash_sha256_update(&state, length.data(), length.size());
    }
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256_final(&state, hash.data());
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (std::size_t index = 0; index < 6; ++index) {
        out += digits[hash[index] >> 4U];
        out += digits[hash[index] & 0xFU];
    }
    return out;
}

} // namespace planc
