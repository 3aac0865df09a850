#include "plans.h"

#include <fmt/format.h>
#include <iterator>
#include <random>

namespace planc::bench {

namespace {

constexpr std::size_t tasks_per_phase = 50;
constexpr std::size_t layer = 20;

constexpr auto head = R"(planc: 1
plan:
  id: bench-{0}-{1}
  title: 订单系统第 {1} 次发布计划
  release: 3.{1}.0
  status: draft
  language: zh-CN
  timezone: Asia/Shanghai
  start: 2026-03-02
people:
  lin: {{name: 林晓, phone: "+86 10 5550 0101", email: lin@example.com}}
  zhou: {{name: 周帆, phone: "+86 10 5550 0102", email: zhou@example.com}}
  wu: {{name: 吴桐, phone: "+86 10 5550 0103", email: wu@example.com}}
roles:
  developer: {{title: 开发, people: [zhou]}}
  operations: {{title: 运维, people: [lin]}}
  tester: {{title: 测试, people: [wu]}}
phases:
)";

} // namespace

std::string make_plan(std::size_t tasks, unsigned seed) {
    std::mt19937 random(seed);
    std::string text = fmt::format(head, tasks, seed);
    const auto out = std::back_inserter(text);
    static constexpr const char* owners[] = {"developer", "operations", "tester"};
    for (std::size_t i = 0; i < tasks; ++i) {
        if (i % tasks_per_phase == 0) {
            fmt::format_to(out, "  - id: phase-{0}\n    title: 第 {0} 批服务\n    owner: operations\n    tasks:\n",
                           i / tasks_per_phase);
        }
        fmt::format_to(out,
                       "      - id: task-{0:06}\n        title: 部署并验证第 {0} 个服务实例\n        owner: {1}\n      "
                       "  duration: {2}wd\n",
                       i, owners[random() % 3], 1 + random() % 4);
        if (i < layer) continue;
        // Two of the layer before, so that neither is implied by the other.
        const std::size_t base = (i / layer - 1) * layer;
        const std::size_t first = random() % layer;
        const std::size_t second = (first + 1 + random() % (layer - 1)) % layer;
        fmt::format_to(out, "        depends_on: [task-{:06}, task-{:06}]\n", base + first, base + second);
    }
    return text;
}

std::string make_full_plan(std::size_t tasks) {
    std::string text = fmt::format(head, tasks, 7);
    const auto out = std::back_inserter(text);
    for (std::size_t i = 0; i < tasks; ++i) {
        if (i % tasks_per_phase == 0)
            fmt::format_to(out, "  - {{id: phase-{0}, title: 第 {0} 批, owner: operations, sequence: true, tasks: [\n",
                           i / tasks_per_phase);
        fmt::format_to(
            out,
            "      {{id: task-{0}, title: 部署第 {0} 个实例, owner: tester, duration: 1wd, priority: high, estimate: "
            "1wd, progress: 0, status: planned, deliverables: [安装记录, 验证记录], tools: [脚本, 监控平台], notes: "
            "\"保留**旧**实例\", steps: [{{do: 安装, verify: 看版本号, expect: 版本一致, run: ./install.sh {0}}}]}}",
            i);
        const bool last = (i + 1) % tasks_per_phase == 0 || i + 1 == tasks;
        text += last ? "]}\n" : ",\n";
    }
    const std::size_t some = tasks / 10;
    const auto list = [&](std::string_view key, auto item) {
        fmt::format_to(out, "{}:\n", key);
        for (std::size_t i = 0; i < some; ++i) text += "  - " + item(i) + "\n";
    };
    list("checklists", [](std::size_t i) {
        return fmt::format(
            "{{id: list-{0}, title: 第 {0} 份清单, owner: tester, items: [第一项 {0}, {{check: 第二项 {0}, owner: "
            "developer}}]}}",
            i);
    });
    list("risks", [](std::size_t i) {
        return fmt::format(
            "{{id: risk-{0}, title: 风险 {0}, effect: 变慢, probability: low, impact: medium, level: low, "
            "mitigation: 提前压测, owner: tester}}",
            i);
    });
    list("contingencies", [](std::size_t i) {
        return fmt::format(
            "{{id: fire-{0}, title: 故障 {0}, triggers: [{{when: 连续告警}}], actions: [切到备机, {{do: 检查磁盘, "
            "owner: operations, duration: 5m}}], decided_by: operations, notify: [tester], time_limit: 15m}}",
            i);
    });
    list("notices", [](std::size_t i) {
        return fmt::format(
            "{{id: notice-{0}, title: 通知 {0}, to: [全体成员], at: phase-0 - 1d 10:00, owner: operations, "
            "channel: 邮件}}",
            i);
    });
    list("follow_ups", [](std::size_t i) {
        return fmt::format(
            "{{id: later-{0}, title: 检查 {0}, at: phase-0.end + 3d, owner: tester, items: [指标正常 {0}]}}", i);
    });
    list("environments", [](std::size_t i) {
        return fmt::format("{{title: 环境 {0}, address: \"https://e{0}.example.com\", settings: [8 核]}}", i);
    });
    list("attachments",
         [](std::size_t i) { return fmt::format("{{title: 材料 {0}, kind: 文档, owner: tester, ready: true}}", i); });
    text += "record:\n  entries:\n";
    for (std::size_t i = 0; i < some; ++i) fmt::format_to(out, "    - {{of: task-{}.1, by: wu, result: done}}\n", i);
    return text;
}

std::string make_people(std::size_t bytes) {
    std::string text = "people:\n";
    for (std::size_t i = 0; text.size() < bytes; ++i)
        fmt::format_to(std::back_inserter(text),
                       "  person-{0}: {{name: 第 {0} 人, phone: \"+86 10 5550 {1:04}\", email: p{0}@example.com}}\n", i,
                       i % 10000);
    return text;
}

} // namespace planc::bench
