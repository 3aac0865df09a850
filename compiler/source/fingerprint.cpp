// Hashes the sources with libsodium, piece by piece, so that nothing is copied.
#include "source/fingerprint.h"

#include <algorithm>
#include <array>
#include <sodium.h>

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

using Hash = std::array<unsigned char, crypto_hash_sha256_BYTES>;

Hash hash_of(std::string_view text) {
    Hash hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size());
    return hash;
}

std::string in_hex(std::span<const unsigned char> bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (const unsigned char byte : bytes) {
        out += digits[byte >> 4U];
        out += digits[byte & 0xFU];
    }
    return out;
}

} // namespace

std::string fingerprint(const Files& files, std::span<const std::uint32_t> left_out) {
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    for (const Files::Entry& entry : files.entries()) {
        if (std::find(left_out.begin(), left_out.end(), entry.number) != left_out.end()) continue;
        const std::string_view text = entry.file->text();
        crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(text.data()), text.size());
        const auto length = length_bytes(text.size());
        crypto_hash_sha256_update(&state, length.data(), length.size());
    }
    Hash hash{};
    crypto_hash_sha256_final(&state, hash.data());
    return in_hex({hash.data(), 6});
}

std::string hash_in_hex(std::string_view text) { return in_hex(hash_of(text)); }

std::string hash_in_base64(std::string_view text) {
    const Hash hash = hash_of(text);
    return base64({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

std::string base64(std::string_view bytes) {
    constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
    std::string out(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(out.data(), out.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                      variant);
    out.pop_back(); // the zero at the end
    return out;
}

} // namespace planc
