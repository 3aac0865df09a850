// Receives yaml-cpp's events, finds each one's exact place with the cursor and hands it to the builder.
#pragma once

#include "syntax/builder.h"
#include "syntax/cursor.h"
#include "syntax/explain.h"
#include "syntax/frame.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <array>
#include <span>
#include <string>
#include <vector>

namespace planc {

/// yaml-cpp's marks are not looked at: they stand for too many different things. The order of its events and the source
/// between them give every place exactly, and show what it swallowed.
class Events : public YAML::EventHandler {
public:
    Events(const SyntaxReport& report, TreeBuilder& builder, Cursor cursor)
        : report_(report), builder_(builder), cursor_(cursor) {}

    void OnDocumentStart(const YAML::Mark& mark) override;
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override;
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override;
    void OnSequenceEnd() override { close(']'); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override;
    void OnMapEnd() override { close('}'); }

    const Cursor& cursor() const { return cursor_; }
    /// What was read up to here, for explaining an error.
    Reading reading() const;
    /// After the document: whatever is left of the file must be space.
    bool check_rest();
    /// True if the document turned out to hold nothing at all.
    bool only_space() const { return only_space_; }

private:
    /// Anchor and tag before a node.
    struct Properties {
        std::size_t begin = 0;
        std::size_t end = 0; // equal to begin: there are none
        std::string_view tag = {};
    };

    void enter_node(bool null_comes);
    void enter_item(Frame& frame);
    void enter_key(Frame& frame);
    void enter_value(Frame& frame, bool null_comes);
    void leave_node(Span span);

    Properties read_properties(NodeKind kind, bool expected);
    bool node_may_stand_here() const;
    std::size_t written_null() const;
    void check_nothing_follows();
    void check_indentation();
    void report_empty(const Frame& frame);
    void add_scalar(std::size_t end, ScalarStyle style, std::size_t inner, std::string_view value, std::size_t anchor);
    void read_quoted(std::string_view value, std::size_t anchor);
    void read_block(std::size_t anchor);
    void open(Shape shape, std::size_t anchor);
    void close(char bracket);
    [[noreturn]] void stop(std::string_view expected);

    const SyntaxReport& report_;
    TreeBuilder& builder_;
    Cursor cursor_;
    std::vector<Frame> frames_;
    std::vector<std::string_view> anchors_; // names, in order
    std::array<std::size_t, 8> recent_{};   // where the last nodes begin, in turn
    std::size_t nodes_ = 0;
    std::size_t properties_ = no_end; // where those of the node being read begin
    std::string room_;                // for values that are not in the source as they are
    bool only_space_ = false;
};

} // namespace planc
