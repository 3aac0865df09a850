#include "rules/list.h"
#include "rules/texts.h"
#include "rules/wording.h"

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <unordered_map>
#include <vector>

namespace planc {

namespace {

constexpr std::size_t most_labels = 3;
constexpr std::size_t fewest_digits = 3;

/// `+86 10 5550 0101`, `0086 10 5550 0101` and `010 5550 0101` reach one telephone.
std::string without_prefixes(std::string digits, std::string_view phone) {
    constexpr std::string_view country = "86";
    constexpr std::size_t shortest_national = 10;
    const bool abroad = phone.find('+') != std::string_view::npos;
    if (digits.starts_with("00") && digits.size() > shortest_national) digits.erase(0, 2);
    if (digits.starts_with(country) && digits.size() >= country.size() + shortest_national)
        digits.erase(0, country.size());
    // Of other countries the number stays whole.
    else if (abroad)
        return "+" + digits;
    if (digits.starts_with('0')) digits.erase(0, 1);
    return digits;
}

/// The digits alone, so that blanks, brackets and hyphens make no difference; empty for what reaches nobody: words, and
/// numbers of which a part is hidden.
std::string digits_of(std::string_view phone) {
    for (const std::string_view hidden : {"*", "＊", "•", "xx", "XX"}) {
        if (phone.find(hidden) != std::string_view::npos) return {};
    }
    constexpr std::string_view full_width = "\xEF\xBC"; // `０` to `９` are this and 0x90 to 0x99
    std::string digits;
    for (std::size_t at = 0; at < phone.size(); ++at) {
        if (phone[at] >= '0' && phone[at] <= '9') digits += phone[at];
        if (at + 2 >= phone.size() || phone.substr(at, 2) != full_width) continue;
        const auto last = static_cast<unsigned char>(phone[at + 2]);
        if (last >= 0x90 && last <= 0x99) digits += static_cast<char>('0' + (last - 0x90));
    }
    return digits.size() < fewest_digits ? std::string{} : without_prefixes(std::move(digits), phone);
}

/// In lower case, without blanks around it; empty for what is no address.
std::string address_of(std::string_view email) {
    const std::size_t begin = email.find_first_not_of(" \t\n");
    if (begin == std::string_view::npos || email.find('@') == std::string_view::npos) return {};
    std::string address(email.substr(begin, email.find_last_not_of(" \t\n") - begin + 1));
    std::transform(address.begin(), address.end(), address.begin(),
                   [](char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte; });
    return address;
}

struct Way {
    const Text Person::*text;
    const Text Contact::*of_contact;
    std::string (*key)(std::string_view);
};

/// How contacts are reached: a line that the team answers together is declared as one.
std::vector<std::string> keys_of_contacts(const Plan& plan, const Way& way) {
    std::vector<std::string> keys;
    for (const Contact& contact : plan.contacts) keys.push_back(way.key((contact.*way.of_contact).value));
    std::sort(keys.begin(), keys.end());
    return keys;
}

/// The people of one number or address, in the order of the plan.
using Group = std::vector<const Person*>;

std::vector<Group> shared(const Plan& plan, const Way& way) {
    std::vector<Group> groups;
    std::unordered_map<std::string, std::size_t> places;
    const std::vector<std::string> of_contacts = keys_of_contacts(plan, way);
    for (const Person& person : plan.people) {
        const std::string key = way.key((person.*way.text).value);
        if (key.empty() || std::binary_search(of_contacts.begin(), of_contacts.end(), key)) continue;
        const auto [found, is_new] = places.try_emplace(key, groups.size());
        if (is_new) groups.emplace_back();
        groups[found->second].push_back(&person);
    }
    std::erase_if(groups, [](const Group& group) { return group.size() < 2; });
    return groups;
}

std::string called(const Person& person) { return quoted(person.name.given() ? person.name.value : person.id.value); }

void report(const Group& group, const Text Person::*text, std::string_view what, Findings& findings) {
    const Text& second = group[1]->*text;
    Diagnostic& finding =
        findings.add(second.span, group.size() == 2
                                      ? fmt::format("{} and {} have one {}", called(*group[0]), called(*group[1]), what)
                                      : fmt::format("{}, {} and {} more have one {}", called(*group[0]),
                                                    called(*group[1]), group.size() - 2, what));
    finding.others.push_back({(group[0]->*text).span, fmt::format("that of {}", called(*group[0]))});
    for (std::size_t i = 2; i < group.size() && i <= most_labels; ++i)
        finding.others.push_back({(group[i]->*text).span, fmt::format("and of {}", called(*group[i]))});
}

void check(const Analysis& analysis, Findings& findings) {
    const std::vector<Person>& people = analysis.plan.people;
    // All people stand in one file.
    if (!people.empty() && looked_at_before(analysis.plan, people.front().span)) return;
    std::vector<Group> phones = shared(analysis.plan, {&Person::phone, &Contact::phone, digits_of});
    std::vector<Group> addresses = shared(analysis.plan, {&Person::email, &Contact::email, address_of});
    std::sort(phones.begin(), phones.end());
    std::sort(addresses.begin(), addresses.end());
    // People who share both are told once.
    for (const Group& group : phones) {
        const bool both = std::binary_search(addresses.begin(), addresses.end(), group);
        report(group, &Person::phone, both ? "telephone number and one e-mail address" : "telephone number", findings);
    }
    for (const Group& group : addresses) {
        if (!std::binary_search(phones.begin(), phones.end(), group))
            report(group, &Person::email, "e-mail address", findings);
    }
}

} // namespace

const Rule rules::shared_contact{
    .name = "shared-contact",
    .group = "People",
    .severity = Severity::info,
    .finds = "two people with one telephone number or one e-mail address, however it is written.",
    .why = "Mostly a line was copied and not changed: whoever calls the one in the night reaches the other, or nobody.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people:
  ning: {name: Ning, phone: "+86 10 5550 0101", backup: tao}
  tao: {name: Tao, phone: "+86 10 5550-0101"}
)",
    .mend =
        "Write each person's own. A telephone that several people answer is a contact (`contacts`); what is declared "
        "as "
        "one is left alone. Blanks, brackets, hyphens, capitals, the prefix `+86` and a leading 0 make no difference; "
        "numbers with hidden digits are not compared.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people:
  ning: {name: Ning, phone: "+86 10 5550 0101", backup: tao}
  tao: {name: Tao, phone: "+86 10 5550-0102"}
)",
    .related = "missing-contact",
    .check = check,
};

} // namespace planc
